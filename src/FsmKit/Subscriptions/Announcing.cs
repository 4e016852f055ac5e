namespace FsmKit;

/// <summary>Publishing where the work of the publisher must not depend on who hears of it.</summary>
internal static class Announcing
{
    /// <summary>Publishes; an exception of a subscriber is reported like any fault in the loop, and the publisher goes on.</summary>
    public static void Announce<TEvent>(this IPublish<TEvent> publisher, in TEvent e)
        where TEvent : struct
    {
        var gobj = (GObj)publisher;
        var gaplic = gobj.Gaplic;
        var before = gaplic.Serving;
        try
        {
            publisher.Subscribers.Publish(gobj, in e);
        }
        catch (Exception x)
        {
            gaplic.TakeBack(before);
            gaplic.ReportFault(gobj, x);
        }
    }
}
