using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace FsmKit.Net;

/// <content>Reading the pipe on the loop's thread, and sending.</content>
internal sealed partial class PipeSender
{
    /// <summary>Largest number of bytes sent at once, so that the output never passes its limit between two looks at the water mark.</summary>
    private const int Slice = 16 * 1024;

    private readonly Action _onWritten;
    private ConfiguredValueTaskAwaitable<ReadResult>.ConfiguredValueTaskAwaiter _read;
    private bool _isThrough;

    public PipeSender() => _onWritten = NoteWritten;

    /// <summary>The reading end of the pipe.</summary>
    public PipeReader Reader { get; set; } = null!;

    /// <summary>Scheduler of the pipe, which runs <see cref="NoteWritten"/> on the loop's thread.</summary>
    public LoopPipeScheduler Scheduler { get; set; } = null!;

    private GSock Gsock => (GSock)Parent!.Parent!;

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Gsock.EnsureSubscribed<EvLowWater>(this);
        Gsock.EnsureSubscribed<EvTransmitReady>(this);
    }

    /// <summary>Completes the reader, so that the writer's flushes report the end.</summary>
    protected override void GoOut()
    {
        Scheduler.RunsHere = true;
        Reader.CancelPendingRead();
        Reader.Complete();
    }

    private void AcAwaitWriter()
    {
#pragma warning disable CA2012 // Awaited once, by NoteWritten; an async method would continue beside the loop.
        _read = Reader.ReadAsync().ConfigureAwait(false).GetAwaiter();
#pragma warning restore CA2012
        if (_read.IsCompleted)
        {
            // The writer was faster. Not inside this transition, so that a fast writer gets no deeper and deeper.
            Gaplic.PostCallback(_onWritten);
        }
        else
        {
            _read.UnsafeOnCompleted(_onWritten);
        }
    }

    private void NoteWritten()
    {
        try
        {
#pragma warning disable FSM0073 // The read is complete: this is its continuation.
            var read = _read.GetResult();
#pragma warning restore FSM0073
            if (!IsDestroyed)
            {
                Reader.AdvanceTo(read.Buffer.Start);
                this.Send(new EvWritten());
            }
        }
        catch (Exception) when (IsDestroyed)
        {
            // The reader was completed before this call came.
        }
        catch (Exception)
        {
            this.Send(new EvWriterFailed());
        }
    }

    private void AcSend()
    {
        try
        {
            while (!_isThrough && !IsCongested() && Reader.TryRead(out var read))
            {
                var rest = read.Buffer;
                while (!rest.IsEmpty && Gsock.IsConnected && !IsCongested())
                {
                    var part = rest.Slice(0, Math.Min(rest.Length, Slice));
                    Send(Gsock, new EvSendSegments(in part));
                    rest = rest.Slice(part.End);
                }

                _isThrough = !Gsock.IsConnected || (rest.IsEmpty && read.IsCompleted);
                Reader.AdvanceTo(rest.Start);
            }
        }
        catch (Exception)
        {
            // The writer has completed with an exception since the last read: what was sent is no whole message.
            _isThrough = true;
            AcReset();
        }
    }

    private bool IsThrough() => _isThrough;

    private bool IsCongested() => Gsock.IsCongested;

    private void AcReset()
    {
        if (Gsock.IsConnected)
        {
            Send(Gsock, new EvDrop(Resets: true));
        }
    }
}
