namespace FsmKit.RoslynTesting;

/// <summary>Failed check of a generator. The message names the fault and shows the output.</summary>
public sealed class GeneratorTestException : Exception
{
    /// <summary>A failed check.</summary>
    public GeneratorTestException(string message)
        : base(message)
    {
    }

    /// <summary>Fails unless there is nothing to complain about.</summary>
    internal static void ThrowIfAny<T>(IEnumerable<T> complaints, string what, string text = "")
    {
        var all = complaints.ToList();
        if (all.Count > 0)
        {
            throw new GeneratorTestException($"{what}:\n{string.Join("\n", all)}\n\n{text}");
        }
    }
}
