namespace FsmKit.Http;

/// <summary>A channel that is being measured; the default is one that is not.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Start">When it began.</param>
/// <param name="IsCounted">It is among the open ones.</param>
internal readonly record struct ChannelMeasure(TimeProvider? Time, long Start, bool IsCounted);
