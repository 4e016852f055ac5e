namespace FsmKit;

/// <summary>Is told of the rows of a replay as they run.</summary>
internal interface IReplay
{
    /// <summary>A row is about to run.</summary>
    void Begins(RecordedEntry now);

    /// <summary>It has run: the time to send what came from outside while it ran.</summary>
    void Ending(RecordedEntry now);

    /// <summary>It is over, and all of the entry is known.</summary>
    void Ended(RecordedEntry now);
}
