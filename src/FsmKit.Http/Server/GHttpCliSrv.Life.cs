using System.Runtime.CompilerServices;
using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Start and end of the gobj.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Measurement of the channel; null while no listener reads the metrics.</summary>
    private StrongBox<ChannelMeasure>? _measure;

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Answering = new Answering(this);
        Server.Enlist(this);
        AcMarkTime();
        OwnedEventFilter = Server.NoteOutcome;
        Gsock.Subscribe<EvRxData>(this);
        Gsock.Subscribe<EvInputEnded>(this);
        Gsock.Subscribe<EvDisconnected>(this, SubscriptionOptions.Hard);
        if (HttpMeter.ChannelOpened(Gaplic.Time) is { Time: not null } measure)
        {
            _measure = new StrongBox<ChannelMeasure>(measure);
        }

        Announce(new EvHttpChannelOpened(this));
    }

    /// <inheritdoc/>
    protected override void GoOut()
    {
        var reason = EndsFor(ChannelEndReason.Destroyed);
        DropInput();
        try
        {
            Answering.GiveUp(reason);
            EndMeasure(reason);
        }
        finally
        {
            Server.Forget(this, reason);
            if (!Gsock.IsDestroyed)
            {
                Gsock.Destroy();
            }
        }
    }

    private void EndMeasure(ChannelEndReason reason)
    {
        if (_measure is { } measure)
        {
            _measure = null;
            HttpMeter.ChannelClosed(in measure.Value, reason);
        }
    }
}
