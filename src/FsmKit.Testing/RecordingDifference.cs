namespace FsmKit.Testing;

/// <summary>Where a replay differs from its recording for the first time.</summary>
/// <param name="Entry">The entry of the recording at which it differs; where something comes that was not recorded, the entry that it comes before or in.</param>
/// <param name="Now">What came in the replay; null when nothing did.</param>
/// <param name="Message">The difference in words: what was, what is, the rows that answer now, and what has changed in the table.</param>
public sealed record RecordingDifference(RecordedEntry Entry, RecordedEntry? Now, string Message);
