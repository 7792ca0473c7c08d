package hoso.command.publish;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a topic in the store's database, as one who publishes took it over.
 *
 * @param holder the number of who publishes now
 * @param topicId null where nothing was compared yet
 * @param offsets by partition: all of this store's before them was seen to be in the store
 */
record Kept(long holder, PublishedPlace place, @Nullable String topicId, long[] offsets) {}
