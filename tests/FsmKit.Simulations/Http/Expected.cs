namespace FsmKit.Simulations.Http;

/// <summary>A request in bytes, and its expected answer.</summary>
/// <param name="Request">Bytes of the request.</param>
/// <param name="Status">The status of the answer; 0 when there is none.</param>
/// <param name="Id">The number that the answer repeats; 0 of an answer that does not come from the application.</param>
/// <param name="Length">Length of the body of the answer.</param>
internal sealed record Expected(byte[] Request, int Status, int Id, int Length)
{
    /// <summary>Whether the answer is one to HEAD, which has no body.</summary>
    public bool IsHead { get; init; }

    /// <summary>Whether the answer is broken off.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Number of early hints before it.</summary>
    public int Hints { get; init; }

    /// <summary>Whether nothing that comes after it is answered.</summary>
    public bool IsLast { get; init; }

    /// <summary>Whether it is only answered, or given up, when its client is gone.</summary>
    public bool WaitsForBreak { get; init; }

    /// <summary>Whether the request has a body.</summary>
    public bool HasBody { get; init; }

    /// <summary>How many bytes of the request wait for the server to ask for them; 0 without <c>Expect</c>.</summary>
    public int WaitsFor100 { get; init; }
}
