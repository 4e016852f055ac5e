namespace FsmKit.Net;

/// <content>Start and end of the gobj.</content>
public sealed partial class GSock
{
    /// <inheritdoc/>
    protected override void StartUp()
    {
        if (Host.Length > 0)
        {
            SslOptions?.CheckClient(Logger);
        }

        Apply(ConnectedEventName);
        Apply(DisconnectedEventName);
        Apply(TransmitReadyEventName);
        Apply(RxDataEventName);
    }

    /// <inheritdoc/>
    protected override void GoOut()
    {
        try
        {
            Uncork();
            CloseLink();
            CountClosed();
            _output.Clear();
        }
        finally
        {
            (_link, _ended) = (null, _link ?? _ended);
            Seal();
            _frames?.Clear();
            DestroySession();
            if (_server is { IsDestroyed: false } server)
            {
                Send(server, new EvGsockGone(this));
            }
        }
    }

    /// <summary>The link was closed in an earlier cycle, so EvDisconnected can be published.</summary>
    private readonly record struct EvClosed(Exception? Exception);

    /// <summary>EvDisconnected was published in the previous cycle. The gsock is destroyed, unless an action has started to use it again.</summary>
    private readonly record struct EvForgotten;
}
