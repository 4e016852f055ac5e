using System.IO.Pipelines;

namespace FsmKit.Net;

/// <content>Start and end.</content>
public sealed partial class GPipe
{
    private Pipe _output = null!;
    private PipeSender _sender = null!;

    private GSock Gsock => (GSock)Parent!;

    /// <inheritdoc/>
    protected override void StartUp()
    {
        if (Parent is not GSock { IsConnected: true } gsock)
        {
            throw new GObjException($"{this} needs a connected GSock as its parent. Open the pipe in the action for EvConnected, or later.");
        }

        var scheduler = new LoopPipeScheduler(Gaplic);
        _input = new Pipe(new PipeOptions(writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));
        _output = new Pipe(new PipeOptions(readerScheduler: scheduler, useSynchronizationContext: false));
        gsock.EnsureSubscribed<EvRxData>(this);
        gsock.EnsureSubscribed<EvInputEnded>(this);
        gsock.EnsureSubscribed<EvDisconnected>(this);
        (gsock.AllowHalfOpen, gsock.Framing) = (true, null);
        _sender = Create<PipeSender>("sender", sender => (sender.Reader, sender.Scheduler) = (_output.Reader, scheduler));
    }

    /// <inheritdoc/>
    protected override void GoOut()
    {
        if (_input is not null)
        {
            EndInput(new IOException($"{this} was destroyed before the connection had ended."));
        }
    }

    private bool IsConnected() => Gsock.IsConnected;

    private void AcHalfClose() => Send(Gsock, new EvHalfClose());

    private void AcClose() => Send(Gsock, new EvClose());

    private void AcEnd(in EvDisconnected e)
    {
        EndInput(e.Reason == DisconnectReason.PeerClosed ? null : new IOException($"The connection of {Gsock} has ended: {e.Reason}, {e.Error}.", e.Exception));
        _sender.Destroy();
    }
}
