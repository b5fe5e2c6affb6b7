package org.barnstorm.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.barnstorm.authority.SignIn;
import org.barnstorm.platform.GeoPoint;

/** The personal data of a member: all of it, and nowhere else. */
@Entity
class Person {
    /** About a kilometre: enough to find a group, too little to find a door. */
    private static final int HOME_DECIMALS = 2;

    @Id
    private UUID memberId;

    @Version
    private long version;

    private String name;
    private String email;
    private boolean emailVerified;
    private String phone;
    private String language;
    private BigDecimal latitude;
    private BigDecimal longitude;

    protected Person() {} // for Hibernate

    Person(UUID memberId, SignIn who) {
        this.memberId = memberId;
        this.name = who.name() == null || who.name().isBlank() ? "New member" : shortened(who.name());
        this.email = who.email();
        this.emailVerified = who.email() != null && who.emailVerified();
        this.language = who.language() == null ? "en" : tag(who.language());
    }

    /** An account may hold a longer name than a profile; cut, so that its owner can edit the rest of their profile. */
    private static String shortened(String name) {
        if (name.length() <= Profile.LONGEST_NAME) return name;
        var cut = Profile.LONGEST_NAME - (Character.isHighSurrogate(name.charAt(Profile.LONGEST_NAME - 1)) ? 1 : 0);
        return name.substring(0, cut);
    }

    /** Accounts say pt_BR where BCP 47 says pt-BR. */
    private static String tag(String locale) {
        var tag = locale.replace('_', '-');
        return tag.matches(Profile.LANGUAGE) ? tag : "en";
    }

    void edit(Profile profile) {
        name = profile.name();
        phone = profile.phone();
        language = profile.language();
        latitude = coarse(GeoPoint.latitude(profile.home()));
        longitude = coarse(GeoPoint.longitude(profile.home()));
    }

    Profile profile() {
        return new Profile(name, phone, language, home());
    }

    GeoPoint home() {
        return GeoPoint.of(latitude, longitude);
    }

    /** First name and initial, as lists show people: "Ada L." */
    static String shortName(String name) {
        var words = name.strip().split("\\s+");
        if (words.length == 1) return words[0];
        var last = words[words.length - 1];
        return words[0] + ' ' + last.substring(0, last.offsetByCodePoints(0, 1)) + '.';
    }

    String email() {
        return email;
    }

    long version() {
        return version;
    }

    private static BigDecimal coarse(BigDecimal degrees) {
        return degrees == null ? null : degrees.setScale(HOME_DECIMALS, RoundingMode.HALF_UP);
    }
}
