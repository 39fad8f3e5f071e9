package cn.tuanwu.support;

import cn.tuanwu.TuanwuRooms;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The smallest application that has all rooms. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({TuanwuRooms.class, People.class, Seats.class, FaultyStore.class})
@PropertySource("classpath:tuanwu-rooms.properties")
public class RoomsUnderTest {}
