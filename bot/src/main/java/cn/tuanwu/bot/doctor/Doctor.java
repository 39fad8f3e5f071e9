package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.settings.MiniProgramSettings;
import cn.tuanwu.bot.settings.OfficialAccountSettings;
import cn.tuanwu.bot.settings.WeComSettings;
import cn.tuanwu.file.FileSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Examines the three platforms, and the bucket if there is one, with the settings at hand. */
final class Doctor {
    private final BotSettings settings;
    private final FileSettings files;
    private final Wire wire = new Wire();
    private final TokenCalls tokens = new TokenCalls(wire);
    private final CallbackCheck callbacks;

    /** @param files where files rest; a folder is not examined */
    Doctor(BotSettings settings, FileSettings files, Clock clock) {
        this.settings = settings;
        this.files = files;
        this.callbacks = new CallbackCheck(wire, clock, settings.publicUrl());
    }

    /** One finding for each platform. */
    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(weCom(settings.weCom()));
        findings.add(account(settings.officialAccount()));
        findings.add(mini(settings.miniProgram()));
        if (files.oss() != null) {
            findings.add(BucketCheck.judge(files.oss()));
        }
        return findings;
    }

    private Finding weCom(WeComSettings corp) {
        Finding finding = new Finding("企业微信");
        tokens.weCom(corp, finding)
                .ifPresent(token -> new AgentCheck(wire, settings.publicUrl()).judge(corp, token, finding));
        callbacks.weCom(corp.callback(), corp.corpId(), finding);
        return finding;
    }

    private Finding account(OfficialAccountSettings account) {
        Finding finding = new Finding("公众号");
        tokens.officialAccount(account, finding);
        callbacks.officialAccount(account.callback(), finding);
        return finding;
    }

    private Finding mini(MiniProgramSettings mini) {
        Finding finding = new Finding("小程序");
        tokens.miniProgram(mini, finding).ifPresent(token -> new TemplateCheck(wire).judge(mini, token, finding));
        return finding;
    }
}
