namespace FsmKit.Net.Tests;

/// <summary>Finds the samples.</summary>
internal static class Sample
{
    /// <summary>The assembly of a sample, built in the configuration of this test.</summary>
    public static string Assembly(string name)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(RepositoryRoot.Path, "artifacts", "bin", name, configuration, name + ".dll");
    }
}
