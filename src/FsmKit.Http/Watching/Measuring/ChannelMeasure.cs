namespace FsmKit.Http;

/// <summary>Measurement of a channel; the default value measures nothing.</summary>
/// <param name="Time">The clock; null when nothing is measured.</param>
/// <param name="Start">Timestamp of the start.</param>
/// <param name="IsCounted">Whether the channel was added to the number of open channels.</param>
internal readonly record struct ChannelMeasure(TimeProvider? Time, long Start, bool IsCounted);
