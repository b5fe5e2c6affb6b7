package org.barnstorm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.barnstorm.member.Holding;
import org.barnstorm.member.PersonalData;

/** Files are about those in them, whom nobody here knows yet; what of them was kept is with the group that expects them. */
@ApplicationScoped
class ImportPersonalData implements PersonalData {
    @Override
    public List<Holding> holdings() {
        return List.of();
    }

    @Override
    public Map<String, String> leftOut() {
        return PersonalData.acts("member_import.uploaded_by", "member_import.started_by");
    }
}
