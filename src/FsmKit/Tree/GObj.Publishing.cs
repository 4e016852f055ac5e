using System.ComponentModel;

namespace FsmKit;

/// <content>Members for the output events of a gclass, beside the generated <c>Publish</c>.</content>
public abstract partial class GObj
{
    /// <summary>Publishes one of the gobj's output events; an exception of a subscriber is logged as a fault, and the call returns.</summary>
    /// <remarks>The generated <c>Publish</c> throws such an exception. This one is for work that must go on whatever a subscriber does.</remarks>
    /// <exception cref="InvalidCastException">The event is no <c>[Output&lt;E&gt;]</c> of this gclass.</exception>
    protected void Announce<TEvent>(in TEvent e)
        where TEvent : struct
    {
        var gaplic = Gaplic;
        var before = gaplic.Serving;
        try
        {
            Own<TEvent>().Publish(this, in e);
        }
        catch (Exception x)
        {
            gaplic.TakeBack(before);
            gaplic.ReportFault(this, x);
        }
    }

    /// <summary>
    /// Brings the subscription of the <see cref="Subscriber"/> (or of the parent) in line with the value of a parameter that names the event. Called in
    /// <see cref="StartUp"/>, once per output event that has such a parameter (GinsFSM <c>connected_event_name</c> and its like).
    /// </summary>
    /// <param name="name">The name; null, like <see cref="EventName.Suppressed{TEvent}"/>, ends the subscription.</param>
    /// <exception cref="GObjException">The subscriber does not accept the event that the name makes.</exception>
    protected void Apply<TEvent>(EventName<TEvent>? name)
        where TEvent : struct, allows ref struct
    {
        if (ReferenceEquals(name, EventName.Own<TEvent>()))
        {
            return;
        }

        var publisher = (IPublish<TEvent>)this;
        var subscriber = Subscriber ?? Parent!;
        publisher.Unsubscribe(subscriber, force: true);
        publisher.Subscribers.Field.LeaveUnheard();
        name?.Subscribe(publisher, subscriber);
    }

    /// <summary>Publishes an event that a row passes on. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void PublishOn<TEvent>(in TEvent e)
        where TEvent : struct, allows ref struct => Own<TEvent>().Publish(this, in e);

    private ref Subscribers<TEvent> Own<TEvent>()
        where TEvent : struct, allows ref struct => ref ((IPublish<TEvent>)this).Subscribers.Field;
}
