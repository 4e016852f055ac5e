namespace FsmKit.Testing;

/// <summary>First difference between a replay and its <see cref="Recording"/>.</summary>
/// <param name="Entry">
/// The entry of the recording that differs. For an event that was not recorded: the entry before which, or inside which, the event came.
/// </param>
/// <param name="Now">The event of the replay; null when none came.</param>
/// <param name="Message">The difference in words: both events, the rows that answer now, and the changes of the table.</param>
public sealed record RecordingDifference(RecordedEntry Entry, RecordedEntry? Now, string Message);
