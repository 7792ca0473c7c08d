package hoso.command.entry;

import hoso.command.redecision.RedecisionController;
import hoso.edge.Caller;
import hoso.edge.DirectEndpoint;
import hoso.edge.Scope;
import hoso.edge.entry.EntryDoor;
import org.springframework.util.LinkedMultiValueMap;

/** Leads to what requests are served by. */
public final class OwnDoor implements EntryDoor {

    private final DirectEndpoint events;
    private final RedecisionController redecisions;

    public OwnDoor(DirectEndpoint events, RedecisionController redecisions) {
        this.events = events;
        this.redecisions = redecisions;
    }

    @Override
    public byte[] publish(byte[] event, Caller caller) {
        return events.answer(event, caller);
    }

    @Override
    public Object affected(String year, Caller caller) {
        return redecisions.affected(year, new LinkedMultiValueMap<>(), caller);
    }

    /** Over HTTP the gate asks for the scope, here and below. */
    @Override
    public Object supposed(String year, byte[] calendar, Caller caller) {
        caller.require(Scope.REFERENCE_PUBLISH);
        return redecisions.supposed(year, new LinkedMultiValueMap<>(), calendar, caller);
    }

    @Override
    public Object redecide(String year, byte[] order, Caller caller) {
        caller.require(Scope.ADMIN);
        return redecisions.redecide(year, order, caller);
    }
}
