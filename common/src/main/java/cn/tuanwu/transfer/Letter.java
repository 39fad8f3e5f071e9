package cn.tuanwu.transfer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The letter (转接介绍信) that leads a member out of the province. Until somebody says that they arrived, they are the branch's.
 *
 * @param until the last day of its validity
 * @param arrivedAt null: not known to have arrived
 * @param confirmedBy a name; null as well
 */
public record Letter(String number, LocalDate issuedOn, LocalDate until, Instant arrivedAt, String confirmedBy) {}
