namespace FsmKit.Simulations.Running;

/// <summary>Counts the rows that all scenarios together take, and writes the counts to the file that <c>FSMKIT_SIMULATION_ROWS</c> names.</summary>
public sealed class RowCounts : IDisposable
{
    private readonly string? _file = Environment.GetEnvironmentVariable("FSMKIT_SIMULATION_ROWS");

    /// <summary>The counts of all scenarios so far; null where no file is named.</summary>
    public Coverage? Counts { get; }

    /// <summary>Begins to count, if a file is named.</summary>
    public RowCounts() => Counts = _file is { Length: > 0 } ? new Coverage() : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file is { Length: > 0 } file)
        {
            File.WriteAllText(file, Counts!.ToString());
        }
    }
}
