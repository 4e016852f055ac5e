using System.Buffers;
using System.IO.Pipelines;
using FsmKit.Net;
using Microsoft.AspNetCore.Connections;

namespace FsmKit.AspNetCore;

/// <summary>A connection of Kestrel: carries bytes between a gsock and two pipes.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvRxData>, Input<EvInputEnded>, Input<EvTransmitReady>, Input<EvDisconnected>]
[Input<EvInputTaken>, Input<EvOutputEnded>, Input<EvAbort>, Input<EvForget>]
[On<EvDisconnected>(nameof(AcGone), Next = "Gone")]
[On<EvTransmitReady>(nameof(AcSent))]
[On<EvAbort>(nameof(AcAbort), Next = "Closing")]
[On<EvForget>(nameof(AcForget))]
internal sealed partial class GTransportConnection : GObj
{
    /// <summary>Bytes that are handed to the gsock before the connection waits until the system has taken them.</summary>
    private const int MostAtOnce = 64 * 1024;

    private Pipe _input = null!;
    private Pipe _output = null!;
    private Action? _whenSent;

    private enum State : byte
    {
        /// <summary>Bytes of the client are read, unless Kestrel is behind.</summary>
        [On<EvRxData>(nameof(AcReceive))]
        [On<EvInputTaken>(nameof(AcResume))]
        [On<EvInputEnded>(nameof(AcEndInput), Next = InputEnded)]
        [On<EvOutputEnded>(nameof(AcClose), Next = Closing)]
        Open,

        /// <summary>The client has ended its stream and can still read.</summary>
        [On<EvOutputEnded>(nameof(AcClose), Next = Closing)]
        [Ignore<EvInputTaken>]
        [Refuse<EvRxData>, Refuse<EvInputEnded>]
        InputEnded,

        /// <summary>Output that is left is sent; then the connection ends.</summary>
        [Ignore<EvRxData>, Ignore<EvInputTaken>, Ignore<EvInputEnded>, Ignore<EvOutputEnded>]
        Closing,

        /// <summary>The connection has ended.</summary>
        [Ignore<EvInputTaken>, Ignore<EvOutputEnded>, Ignore<EvAbort>, Ignore<EvTransmitReady>]
        [Refuse<EvRxData>, Refuse<EvInputEnded>, Refuse<EvDisconnected>]
        Gone,
    }

    public GSock Gsock { get; set; } = null!;

    public TransportBinding Binding { get; set; } = null!;

    /// <summary>The connection as Kestrel sees it.</summary>
    public TransportConnection Context { get; private set; } = null!;

    /// <summary>Resets the connection. Callable from any thread.</summary>
    public void AbortLater() => PostAlways(new EvAbort());

    /// <inheritdoc/>
    protected override void StartUp()
    {
        (_input, _output) = (Binding.CreateInput(), Binding.CreateOutput());
        Context = new TransportConnection(this, new Duplex(_input.Reader, _output.Writer));
        Gsock.Subscribe<EvRxData>(this);
        Gsock.Subscribe<EvInputEnded>(this);
        Gsock.Subscribe<EvDisconnected>(this, SubscriptionOptions.Hard);
        _ = Carry();
    }

    /// <inheritdoc/>
    protected override void GoOut()
    {
        End(null);
        if (!Gsock.IsDestroyed)
        {
            Gsock.Destroy();
        }
    }

    private void AcReceive(in EvRxData e)
    {
        _input.Writer.Write(e.Data);
        var flush = _input.Writer.FlushAsync();
        if (!flush.IsCompletedSuccessfully)
        {
            Send(Gsock, new EvPauseReceiving());
            _ = Resume(flush);
        }
    }

    private async Task Resume(ValueTask<FlushResult> flush)
    {
        await flush.ConfigureAwait(false);
        PostAlways(new EvInputTaken());
    }

    private void AcResume() => Send(Gsock, new EvResumeReceiving());

    private void AcEndInput()
    {
        _input.Writer.Complete();
        Context.TellClosed();
    }

    /// <summary>Carries the output on the loop. Ends when Kestrel has completed its pipe, or the connection is gone.</summary>
    private async Task Carry()
    {
        Exception? failure = null;
        try
        {
            while (true)
            {
                var read = await _output.Reader.ReadAsync().ConfigureAwait(true);
                if (read.IsCanceled || !Gsock.IsConnected)
                {
                    break;
                }

                for (var rest = read.Buffer; !rest.IsEmpty && Gsock.IsConnected;)
                {
                    // A write of Kestrel may be longer than a gsock keeps.
                    var part = rest.Slice(0, Math.Min(rest.Length, MostAtOnce));
                    Send(Gsock, new EvSendSegments(in part));
                    rest = rest.Slice(part.End);
                    if (Gsock.PendingBytes > 0)
                    {
                        await new SentAwaiter(this);
                    }
                }

                _output.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    break;
                }
            }
        }
        catch (Exception x)
        {
            failure = x;
        }

        // Kestrel waits for this, and not for the client, which may keep its end open.
        _output.Reader.Complete();
        Context.TellEnded();
        if (failure is null)
        {
            this.Send(new EvOutputEnded());
        }
        else
        {
            this.Send(new EvAbort());
        }
    }

    private void AcSent()
    {
        var continuation = _whenSent;
        _whenSent = null;
        continuation?.Invoke();
    }

    private void AcClose() => Send(Gsock, new EvClose());

    private void AcAbort() => Send(Gsock, new EvDrop(Resets: true));

    private void AcGone(in EvDisconnected e)
    {
        End(e.Reason == DisconnectReason.PeerClosed ? null : new ConnectionResetException($"The connection has ended: {e.Reason}, {e.Error}."));
        PostAlways(new EvForget());
    }

    private void AcForget() => Destroy();

    private void End(Exception? why)
    {
        _input.Writer.Complete(why);
        _output.Reader.CancelPendingRead();
        Context.TellClosed();
        Context.TellEnded();
        AcSent();
    }

    /// <summary>Kestrel has taken what held the input back.</summary>
    private readonly record struct EvInputTaken;

    /// <summary>Kestrel has ended its output, and all of it is handed to the gsock.</summary>
    private readonly record struct EvOutputEnded;

    /// <summary>Destroys the gobj of a connection that has ended.</summary>
    private readonly record struct EvForget;

    /// <summary>Resets the connection.</summary>
    internal readonly record struct EvAbort;

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>Waits on the loop until the operating system has all output.</summary>
    private readonly struct SentAwaiter(GTransportConnection connection) : System.Runtime.CompilerServices.ICriticalNotifyCompletion
    {
        public bool IsCompleted => connection.Gsock.PendingBytes == 0 || !connection.Gsock.IsConnected;

        public SentAwaiter GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation)
        {
            connection._whenSent = continuation;
            connection.Gsock.Subscribe<EvTransmitReady>(connection, SubscriptionOptions.Once);
        }
    }
}
