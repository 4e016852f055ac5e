namespace FsmKit.KestrelTests;

/// <summary>Notes tolerated differences, one line per kind and test, in the file that <c>FSMKIT_TOLERATED</c> names.</summary>
internal static class Notes
{
    private static readonly Lock Gate = new();
    private static readonly string File = Environment.GetEnvironmentVariable("FSMKIT_TOLERATED");

    public static void Write(IEnumerable<string> kinds)
    {
        if (File is null)
        {
            return;
        }

        lock (Gate)
        {
            System.IO.File.AppendAllLines(File, kinds.Select(static kind => $"{kind} {Xunit.TestContext.Current.Test?.TestDisplayName}"));
        }
    }
}
