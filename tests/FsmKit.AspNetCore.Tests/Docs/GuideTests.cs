using System.Reflection;
using FsmKit.Net.Tests;

namespace FsmKit.AspNetCore.Tests;

/// <summary>Compares docs/aspnetcore.md with the code: its examples are compiled and run here, and its table is that of the tests.</summary>
public class GuideTests
{
    private const string TableBegin = "| Topic | Compared |\n|---|---|\n";
    private static readonly string Path = System.IO.Path.Combine(RepositoryRoot.Path, "docs", "aspnetcore.md");
    private static readonly string Guide = File.ReadAllText(Path);

    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_example_is_code_of_these_tests()
    {
        var examples = Guide.Split("```csharp\n").Skip(1).Select(static rest => Joined(rest[..rest.IndexOf("```", StringComparison.Ordinal)])).ToList();
        var source = Joined(File.ReadAllText(System.IO.Path.Combine(RepositoryRoot.Path, "tests/FsmKit.AspNetCore.Tests/Docs/Examples.cs")));
        Assert.Equal(3, examples.Count);
        Assert.All(examples, example => Assert.Contains(example, source, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_option_is_in_the_guide() => Assert.All(
        typeof(FsmKitServerOptions).GetProperties(),
        static property => Assert.Contains($"`{property.Name}`", Guide, StringComparison.Ordinal));

    [Fact]
    public void The_table_says_what_is_tested()
    {
        var begin = Guide.IndexOf(TableBegin, StringComparison.Ordinal) + TableBegin.Length;
        var end = Guide.IndexOf("\n\n", begin, StringComparison.Ordinal) + 1;
        if (Environment.GetEnvironmentVariable("FSMKIT_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Path, Guide[..begin] + Table() + Guide[end..]);
            return;
        }

        Assert.Equal(Table(), Guide[begin..end]);
    }

    [Fact]
    public async Task The_first_example_greets()
    {
        await using var app = Examples.Examples.Hello(["--urls", "http://127.0.0.1:0", "--hostBuilder:reloadConfigOnChange=false"]);
        await app.StartAsync(Stopped);
        using var client = new HttpClient();
        Assert.Equal("Hello, World!", await client.GetStringAsync(app.Urls.First(), Stopped));
        await app.StopAsync(Stopped);
    }

    [Fact]
    public async Task The_other_examples_start()
    {
        using var pki = new TestPki();
        var own = pki.Issue("localhost");
        var socket = pki.Write("app.sock", "");
        File.Delete(socket);
        var builder = RunningApp.Builder(ServerKind.Kestrel, new LogLines());
        Examples.Examples.Endpoints(builder, own.CertFile!, own.KeyFile!, socket);
        await using var app = builder.Build();
        await app.StartAsync(Stopped);
        Assert.Equal(["http", "https", "http"], app.Urls.Select(static url => url.Split(':')[0]));
        await app.StopAsync(Stopped);

        builder = RunningApp.Builder(ServerKind.Kestrel, new LogLines(), null, "--urls", "http://127.0.0.1:0");
        Examples.Examples.OnTheLoop(builder);
        await using var other = builder.Build();
        await other.StartAsync(Stopped);
        await other.StopAsync(Stopped);
    }

    /// <summary>One row for each test class with a topic, with its tests as sentences.</summary>
    private static string Table() => string.Concat(
        from type in typeof(GuideTests).Assembly.GetTypes()
        let topic = type.GetCustomAttribute<TopicAttribute>()
        where topic is not null
        orderby topic.Name
        let tests = type.GetMethods().Where(static method => method.GetCustomAttributes().Any(static attribute => attribute is FactAttribute))
            .Select(static method => method.Name.Replace('_', ' ')).Order(StringComparer.Ordinal)
        select $"| {topic.Name} | {string.Join("; ", tests)} |\n");

    private static string Joined(string text) => string.Join('\n', text.Split('\n').Select(static line => line.Trim()).Where(static line => line != ""));
}
