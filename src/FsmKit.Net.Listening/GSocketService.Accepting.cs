namespace FsmKit.Net.Listening;

/// <content>Accepting, and handing connections to the handlers.</content>
internal sealed partial class GSocketService
{
    private static bool HasRoom(in EvServiceStarted e) => e.Service.HasRoom;

    private static bool HasRoom(in EvIncoming e) => e.Service.HasRoom;

    private static bool HasRoom(in EvEmitted e) => e.Service.HasRoom;

    /// <summary>Whether there is still room: the thread that became free, or was found, may have a connection already.</summary>
    private static bool HasRoom(in EvRelieved e) => e.Service.HasRoom;

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
                ListeningLog.AcceptsAgain(Logger, e.Service);
            }

            e.Service.Emit(accepted);
        }

        if (!IsDestroyed)
        {
            this.Send(new EvEmitted(e.Service));
        }
    }

    private static void AcPause(in EvEmitted e) => e.Service.Queue.Watch(false);

    /// <summary>Looks for further connections: several sockets may each have accepted one before the stop.</summary>
    private static void AcLookForMore(in EvServiceStopped e) => LookForMore(e.Service);

    private static void AcLookForMore(in EvEmitted e) => LookForMore(e.Service);

    private static void AcLookForMore(in EvRelieved e) => LookForMore(e.Service);

    /// <summary>Logs one line per series of failures, not one per retry.</summary>
    private void AcTellFailure(in EvAcceptFailed e)
    {
        // The action of a connection that came with the failure may have started the watching again.
        e.Service.Queue.Watch(false);
        if (!_hasFailed)
        {
            ListeningLog.CannotAccept(Logger, e.Service, e.Failure.Message, BackOffMilliseconds);
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
            service.TellGobj(new EvIncoming(service));
        }
    }
}
