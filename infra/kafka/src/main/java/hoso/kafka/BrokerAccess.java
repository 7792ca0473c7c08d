package hoso.kafka;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.ResourceNotFoundException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;

/** Who may do what at a broker of ours: nobody anything that is not said here. Saying it again changes nothing. */
public final class BrokerAccess implements AutoCloseable {

    /** What RFC 7677 asks for at least. */
    private static final int SCRAM_ITERATIONS = 4_096;

    private final Admin admin;

    public BrokerAccess(BrokerLogin superuser) {
        this.admin = Admin.create(superuser.properties());
    }

    /** Makes a user who writes one topic and reads another, in consumer groups that begin with its name. */
    public void publisher(BrokerLogin user, String written, String read)
            throws ExecutionException, InterruptedException {
        var credential = new UserScramCredentialUpsertion(
                user.user(), new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS), user.password());
        admin.alterUserScramCredentials(List.of(credential)).all().get();
        var granted = new ArrayList<AclBinding>();
        granted.add(grant(user, ResourceType.TOPIC, written, PatternType.LITERAL, AclOperation.WRITE));
        granted.add(grant(user, ResourceType.TOPIC, read, PatternType.LITERAL, AclOperation.READ));
        granted.add(grant(user, ResourceType.GROUP, user.user() + ".", PatternType.PREFIXED, AclOperation.READ));
        granted.add(
                grant(user, ResourceType.CLUSTER, "kafka-cluster", PatternType.LITERAL, AclOperation.IDEMPOTENT_WRITE));
        admin.createAcls(granted).all().get();
    }

    /**
     * The users that may write a topic which is theirs by its name.
     *
     * @param prefix what stands before the user in the name of the topic
     */
    public Set<String> publishers(String prefix) throws ExecutionException, InterruptedException {
        var writing = new AccessControlEntryFilter(null, null, AclOperation.WRITE, AclPermissionType.ALLOW);
        var topics = new ResourcePatternFilter(ResourceType.TOPIC, null, PatternType.LITERAL);
        Set<String> users = new HashSet<>();
        for (var granted : admin.describeAcls(new AclBindingFilter(topics, writing))
                .values()
                .get()) {
            String topic = granted.pattern().name();
            if (!topic.startsWith(prefix)) continue;
            String user = topic.substring(prefix.length());
            if (granted.entry().principal().equals(principal(user))) users.add(user);
        }
        return users;
    }

    /** Takes from a user its login, and then whatever it may do; of one that is not there, nothing. */
    public void forget(String user) throws ExecutionException, InterruptedException {
        takeLogin(user);
        var granted = new AccessControlEntryFilter(principal(user), null, AclOperation.ANY, AclPermissionType.ANY);
        admin.deleteAcls(List.of(new AclBindingFilter(ResourcePatternFilter.ANY, granted)))
                .all()
                .get();
    }

    private void takeLogin(String user) throws ExecutionException, InterruptedException {
        try {
            admin.alterUserScramCredentials(
                            List.of(new UserScramCredentialDeletion(user, ScramMechanism.SCRAM_SHA_512)))
                    .all()
                    .get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof ResourceNotFoundException)) throw failed;
        }
    }

    private static AclBinding grant(
            BrokerLogin user, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(principal(user.user()), "*", operation, AclPermissionType.ALLOW));
    }

    private static String principal(String user) {
        return "User:" + user;
    }

    @Override
    public void close() {
        admin.close();
    }
}
