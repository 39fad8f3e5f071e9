package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.callback.OperatorPhone;
import cn.tuanwu.sandbox.callback.OperatorPhone.Told;
import cn.tuanwu.sandbox.media.MediaStore;
import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.WorldState.App;
import cn.tuanwu.sandbox.world.WorldState.Media;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The camera and the album of an operator's phone, for the chat. */
@RestController
@RequestMapping("/sandbox")
class PictureApi {

    /** Names of samples, sent one after the other. */
    record Wish(List<String> samples) {}

    record Sent(boolean delivered, List<String> mediaIds) {}

    record Samples(List<SamplePaper.Sample> items) {}

    private final Contacts contacts;
    private final MediaStore media;
    private final OperatorPhone phone;
    private final SamplePaper paper;
    private final String pictures;

    PictureApi(Contacts contacts, MediaStore media, OperatorPhone phone, SamplePaper paper, PlatformSettings settings) {
        this.contacts = contacts;
        this.media = media;
        this.phone = phone;
        this.paper = paper;
        this.pictures = settings.publicUrl() + "/sandbox/pictures/";
    }

    @PostMapping(path = "/operators/{userid}/pictures", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Sent send(@PathVariable String userid, @RequestParam("image") List<MultipartFile> images) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (MultipartFile image : images) {
            contents.add(image.getBytes());
        }
        return taken(userid, contents);
    }

    @PostMapping(path = "/operators/{userid}/pictures", consumes = MediaType.APPLICATION_JSON_VALUE)
    Sent send(@PathVariable String userid, @RequestBody Wish wish) {
        List<String> names = wish.samples() == null ? List.of() : wish.samples();
        return taken(
                userid,
                names.stream()
                        .map(name -> paper.find(name)
                                .orElseThrow(() -> ActorRefusal.unknown("SAMPLE_UNKNOWN", "没有示例照片 " + name)))
                        .toList());
    }

    private Sent taken(String userid, List<byte[]> contents) {
        String owner = contacts.find(userid)
                .orElseThrow(() -> ActorRefusal.unknown("OPERATOR_UNKNOWN", "通讯录里没有 " + userid))
                .userid();
        if (contents.isEmpty() || !contents.stream().allMatch(MediaStore::isPicture)) {
            throw ActorRefusal.invalid("PICTURE_INVALID", "企业微信只能发送 10 MB 以内的 JPG 或 PNG 图片");
        }
        boolean delivered = true;
        List<String> kept = new ArrayList<>();
        for (byte[] content : contents) {
            Media picture = media.keepPicture("photo.jpg", content);
            Told told = phone.photograph(owner, picture, pictures + picture.id());
            delivered &= told.delivered();
            kept.add(picture.id());
        }
        return new Sent(delivered, kept);
    }

    /** What the phone's own chat shows of a picture that was sent. */
    @GetMapping("/pictures/{id}")
    ResponseEntity<byte[]> picture(@PathVariable String id) {
        return media.find(App.WECOM, id)
                .flatMap(media::content)
                .map(PictureApi::jpeg)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/samples")
    Samples samples() {
        return new Samples(paper.all());
    }

    @GetMapping("/samples/{name}.jpg")
    ResponseEntity<byte[]> sample(@PathVariable String name) {
        return paper.find(name).map(PictureApi::jpeg).orElseGet(() -> ResponseEntity.notFound()
                .build());
    }

    private static ResponseEntity<byte[]> jpeg(byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noCache())
                .body(content);
    }
}
