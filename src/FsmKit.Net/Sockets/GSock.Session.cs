namespace FsmKit.Net;

/// <content>The session of an accepted connection (<see cref="GServerSock.Serve{T}"/>).</content>
public sealed partial class GSock
{
    // Parent of this gsock, which lives as long as the connection; null without one.
    private GObj? _session;

    /// <summary>Makes a new gsock the connection of a session.</summary>
    internal void BelongTo(GObj session)
    {
        _session = session;
        if (Subscriber is { } other && other != session)
        {
            // A setting for all gsocks has named another subscriber, which gets the events too.
            FsmSubscribeAll(session);
        }
    }

    /// <summary>Whether an exception of a subscriber ends the connection: a session has lost its place in the protocol.</summary>
    private bool IsEndedBy(Exception exception) => _session is not null || exception is OutOfMemoryException or TypeInitializationException;

    /// <summary>Publishes an event. An exception of a session ends its connection; other exceptions are logged.</summary>
    private void TellSubscribers<TEvent>(in TEvent e)
        where TEvent : struct
    {
        if (_session is null)
        {
            Announce(in e);
            return;
        }

        try
        {
            PublishOn(in e);
        }
        catch (Exception x)
        {
            Give(x);
        }
    }

    private void DestroySession()
    {
        if (_session is { IsDestroyed: false } session)
        {
            session.Destroy();
        }
    }
}
