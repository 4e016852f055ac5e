namespace FsmKit;

/// <summary>Receives a call for each row of a replay as it runs.</summary>
internal interface IReplay
{
    /// <summary>Called when a row is about to run.</summary>
    void Begins(RecordedEntry now);

    /// <summary>Called when the row has run: the moment to send the events that came from outside while it ran.</summary>
    void Ending(RecordedEntry now);

    /// <summary>Called when the row is over and the entry is complete.</summary>
    void Ended(RecordedEntry now);
}
