using System.ComponentModel;

namespace FsmKit;

/// <content>Members for the output events of a gclass, beside the generated <c>Publish</c>.</content>
public abstract partial class GObj
{
    /// <summary>Publishes one of the gobj's output events; an exception of a subscriber is logged, and the call returns.</summary>
    /// <remarks>
    /// The generated <c>Publish</c> throws such an exception. This method is for work that must go on in spite of it. An event that is no
    /// <c>[Output&lt;E&gt;]</c> of this gclass is logged in the same way, as an <see cref="InvalidCastException"/>.
    /// </remarks>
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
    /// Changes the subscription of the <see cref="Subscriber"/> (or of the parent) to an output event as the value of a parameter says: the
    /// event itself, another event or none. Called in <see cref="StartUp"/>, once per output event that has such a parameter (GinsFSM
    /// <c>connected_event_name</c> and its like).
    /// </summary>
    /// <param name="name">Value of the parameter; null, like <see cref="EventName.Suppressed{TEvent}"/>, ends the subscription.</param>
    /// <exception cref="GObjException">The subscriber does not accept the other event.</exception>
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

    /// <summary>
    /// Publishes an input event as an output event, for a <see cref="ForwardAttribute{TEvent}"/> without a target. For generated code.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void PublishOn<TEvent>(in TEvent e)
        where TEvent : struct, allows ref struct => Own<TEvent>().Publish(this, in e);

    private ref Subscribers<TEvent> Own<TEvent>()
        where TEvent : struct, allows ref struct => ref ((IPublish<TEvent>)this).Subscribers.Field;
}
