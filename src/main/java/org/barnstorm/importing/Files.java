package org.barnstorm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that this replica reads, where it stopped. What was kept is only a way to be faster: whoever takes an import over
 * reads its file from the beginning and passes over what is done.
 */
@ApplicationScoped
class Files {
    private final ChunkRepository chunks;
    private final Map<UUID, PeopleCsv> open = new ConcurrentHashMap<>();

    Files(ChunkRepository chunks) {
        this.chunks = chunks;
    }

    /** What separates the cells of a file. */
    char separator(UUID id) {
        var start = chunks.read(id, 0).orElse(new byte[0]);
        return Separators.of(new String(start, StandardCharsets.UTF_8));
    }

    PeopleCsv open(UUID id, PeopleCsv.Layout layout) {
        return PeopleCsv.open(new ChunkStream(chunks, id), layout);
    }

    /** A file of which so many lines are read; nobody else gets it until it is kept again. */
    PeopleCsv at(MemberImport job, long position) {
        var file = open.remove(job.id());
        if (file == null || file.position() > position) file = open(job.id(), job.layout());
        file.skip(position - file.position());
        return file;
    }

    void keep(UUID id, PeopleCsv file) {
        open.put(id, file);
    }

    /** Lets go of those that are not worked on any more. */
    void keepOnly(Collection<UUID> ids) {
        open.keySet().retainAll(ids);
    }
}
