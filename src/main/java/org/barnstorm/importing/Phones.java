package org.barnstorm.importing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers as they are compared: E.164, whatever way they are written in. */
final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 60;
    private static final Pattern PROFILES_TAKE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private Phones() {}

    static boolean isRegion(String region) {
        return NUMBERS.getSupportedRegions().contains(region.toUpperCase(Locale.ROOT));
    }

    /** @param region where a number without a country code is from */
    static Optional<String> normal(String text, String region) {
        if (text.length() > LONGEST) return Optional.empty();
        try {
            var number = NUMBERS.parse(text, region);
            if (NUMBERS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) return Optional.empty();
            return Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    .filter(phone -> PROFILES_TAKE.matcher(phone).matches());
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
