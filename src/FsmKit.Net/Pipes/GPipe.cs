using System.IO.Pipelines;

namespace FsmKit.Net;

/// <summary>
/// Bridge from a connection to <see cref="System.IO.Pipelines"/>: a child of a <see cref="GSock"/> that writes received bytes into one pipe and sends
/// the bytes of another. Created by <see cref="GSock.OpenPipe"/>.
/// </summary>
/// <remarks>
/// One reader uses <see cref="Input"/>, and one writer <see cref="Output"/>, on any thread. A slow reader pauses the receiving; a slow peer
/// makes the flushes of the writer wait. Completing <see cref="Output"/> ends this side's stream; completing it with an exception resets
/// the connection.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvRxData>, Input<EvInputEnded>, Input<EvDisconnected>, Input<EvFinished>]
[Input<EvReaderBehind>, Input<EvReaderReady>, Input<EvReaderGone>]
[On<EvRxData>(nameof(AcWrite)), On<EvInputEnded>(nameof(AcEndInput)), On<EvDisconnected>(nameof(AcEnd), Next = "Ended")]
[On<EvReaderGone>(nameof(AcDiscard), Next = "Discarding")]
[On<EvFinished>(nameof(AcHalfClose), When = nameof(IsConnected)), Ignore<EvFinished>]
[Ignore<EvReaderBehind>, Ignore<EvReaderReady>]
public sealed partial class GPipe : GObj, IDuplexPipe
{
    private enum State : byte
    {
        /// <summary>Received bytes go into the pipe.</summary>
        [On<EvReaderBehind>(Next = Paused)]
        Flowing,

        /// <summary>The reader has too many unread bytes. Receiving is paused.</summary>
        [Enter(nameof(AcPause)), Exit(nameof(AcResume))]
        [On<EvReaderReady>(Next = Flowing)]
        Paused,

        /// <summary>The reader wants no more bytes. Received bytes are dropped until the peer ends its stream.</summary>
        [On<EvFinished>(nameof(AcClose), When = nameof(IsConnected))]
        [Ignore<EvRxData>, Ignore<EvReaderGone>]
        Discarding,

        /// <summary>The connection has ended.</summary>
        [Final]
        Ended,
    }

    /// <summary>
    /// The received bytes. They end when the peer ends its stream; a read throws an <see cref="IOException"/> when the connection ends in
    /// another way.
    /// </summary>
    public PipeReader Input => _input.Reader;

    /// <summary>
    /// The bytes to send. A flush waits when 64 KiB or more are in the pipe. After the end of the connection
    /// <see cref="FlushResult.IsCompleted"/> is true.
    /// </summary>
    public PipeWriter Output => _output.Writer;

    /// <summary>The reader has too many unread bytes.</summary>
    private readonly record struct EvReaderBehind;

    /// <summary>The reader has caught up.</summary>
    private readonly record struct EvReaderReady;

    /// <summary>The reader wants no more bytes.</summary>
    private readonly record struct EvReaderGone;
}
