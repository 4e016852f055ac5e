namespace FsmKit.Simulations.Frames;

/// <summary>What a session has done to the connection of a client.</summary>
internal sealed class Fate
{
    /// <summary>Number of answers that were sent.</summary>
    public int Answers { get; set; }

    /// <summary>Whether an answer was sent that the framing of the client fails at.</summary>
    public bool IsPoisoned { get; set; }

    /// <summary>Whether the connection was reset before the end of its stream.</summary>
    public bool IsReset { get; set; }

    /// <summary>Number of lines that the session has got.</summary>
    public int Lines { get; set; }
}
