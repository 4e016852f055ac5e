namespace FsmKit.Net;

/// <summary>Sends the bytes that the writer of a <see cref="GPipe"/> has flushed. A child of the pipe, which hears of the end by <see cref="EvFinished"/>.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvWritten>, Input<EvWriterFailed>, Input<EvLowWater>, Input<EvTransmitReady>]
[Ignore<EvWritten>, Ignore<EvLowWater>, Ignore<EvTransmitReady>]
[On<EvWriterFailed>(nameof(AcReset), Next = "Done")]
internal sealed partial class PipeSender : GObj
{
    private enum State : byte
    {
        /// <summary>All bytes are sent. The writer has the next word.</summary>
        [Enter(nameof(AcAwaitWriter))]
        [On<EvWritten>(Next = Sending)]
        Waiting,

        /// <summary>Bytes are sent as long as the connection takes them. Left at once.</summary>
        [Enter(nameof(AcSend))]
        [Always(Next = Done, When = nameof(IsThrough))]
        [Always(Next = Congested, When = nameof(IsCongested))]
        [Always(Next = Waiting)]
        Sending,

        /// <summary>The peer is behind. The writer's bytes stay in the pipe, which stops the writer.</summary>
        [On<EvLowWater>(Next = Sending), On<EvTransmitReady>(Next = Sending)]
        Congested,

        /// <summary>The writer has completed, and its bytes are sent; or the connection takes no more.</summary>
        [Final]
        Done,
    }

    /// <summary>The writer has flushed or completed.</summary>
    private readonly record struct EvWritten;

    /// <summary>The writer has completed with an exception.</summary>
    private readonly record struct EvWriterFailed;
}
