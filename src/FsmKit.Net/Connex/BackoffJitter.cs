namespace FsmKit.Net;

/// <summary>How the pauses between attempts are spread, so that the clients of a server that comes back do not come back all at once.</summary>
public enum BackoffJitter : byte
{
    /// <summary>Half of the pause is fixed, half is random.</summary>
    Equal,

    /// <summary>Anything between nothing and the pause.</summary>
    Full,

    /// <summary>Not at all.</summary>
    None,
}
