namespace FsmKit.Net.Listening;

/// <content>Accepting, and what is done with a connection.</content>
internal sealed partial class GSocketService
{
    private static bool HasRoom(in EvServiceStarted e) => e.Service.HasRoom;

    private static bool HasRoom(in EvIncoming e) => e.Service.HasRoom;

    private static bool HasRoom(in EvEmitted e) => e.Service.HasRoom;

    private void AcAccept(in EvServiceStarted e) => Accept(e.Service);

    private void AcAccept(in EvEmitted e) => Accept(e.Service);

    private void AcAccept(in EvRelieved e) => Accept(e.Service);

    private void AcAcceptAgain() => Accept(_held!);

    private void AcHold(in EvServiceStarted e) => _held = e.Service;

    private void AcLetGo() => _held = null;

    private void AcEmit(in EvIncoming e)
    {
        if (e.Service.Queue.TryTake(out var accepted))
        {
            if (_hasFailed)
            {
                _hasFailed = false;
                ListeningLog.AcceptsAgain(Gaplic.Logger, e.Service);
            }

            e.Service.Emit(accepted);
        }

        if (!IsDestroyed)
        {
            this.Send(new EvEmitted(e.Service));
        }
    }

    private static void AcPause(in EvEmitted e) => e.Service.Queue.Watch(false);

    /// <summary>Several sockets may each have accepted one when accepting ended.</summary>
    private static void AcLookForMore(in EvServiceStopped e) => LookForMore(e.Service);

    private static void AcLookForMore(in EvEmitted e) => LookForMore(e.Service);

    private static void AcLookForMore(in EvRelieved e) => LookForMore(e.Service);

    /// <summary>One line per spell in the log, however often it is tried meanwhile.</summary>
    private void AcTellFailure(in EvAcceptFailed e)
    {
        // A connection that came with the failure may have asked for the next one already.
        e.Service.Queue.Watch(false);
        if (!_hasFailed)
        {
            ListeningLog.CannotAccept(Gaplic.Logger, e.Service, e.Failure.Message, BackOffMilliseconds);
        }

        _hasFailed = true;
    }

    private void AcClose() => Destroy();

    private void Accept(SocketService service)
    {
        _held = service;
        service.AcceptNext();
    }

    private static void LookForMore(SocketService service)
    {
        if (service.Queue.HasAhead)
        {
            service.Tell(new EvIncoming(service));
        }
    }
}
