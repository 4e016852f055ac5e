namespace FsmKit.TestShared;

/// <summary>The repository that the tests were built from.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(at!.FullName, "FsmKit.sln")))
        {
            at = at.Parent;
        }

        return at.FullName;
    }
}
