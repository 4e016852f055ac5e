using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Orderly stop and restart.</content>
public sealed partial class GHttpServer
{
    private int _dropped;

    private void AcStop()
    {
        _dropped = 0;
        Context.IsStopping = true;
        Send(_server, new EvPauseAccepting());
        for (var i = _channels.Count - 1; i >= 0; i--)
        {
            _channels[i].Hear(new GHttpCliSrv.EvServerStopping());
        }

        if (_channels.Count == 0)
        {
            this.Send(new EvDrained());
        }
    }

    private void AcDropAll()
    {
        _dropped = _channels.Count;
        for (var i = _channels.Count - 1; i >= 0; i--)
        {
            _channels[i].Hear(new EvDrop());
        }
    }

    private void AcStopped() => Announce(new EvHttpServerStopped(this, _dropped));

    private void AcStart()
    {
        Context.IsStopping = false;
        Send(_server, new EvResumeAccepting());
    }
}
