using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Subject of fuzzing: one side of a connection, in several variants.</summary>
/// <param name="Name">Name of the file in <c>Corpus</c>.</param>
/// <param name="Variants">Number of variants.</param>
/// <param name="Start">Makes a new connection of a variant.</param>
/// <param name="Again">Makes a connection of a variant that has read other inputs before.</param>
internal sealed record Subject(string Name, int Variants, Func<int, Feed> Start, Func<int, Feed> Again)
{
    private static readonly string[] Methods = ["GET", "HEAD", "CONNECT"];

    public static Subject Server
    {
        get
        {
            var used = ServerFeed.New();
            return new Subject("requests", 2, static variant => new ServerFeed(switches: variant == 1), variant =>
            {
                used.Reset();
                return new ServerFeed(switches: variant == 1, http: used);
            });
        }
    }

    public static Subject Client => new("responses", 6, StartClient, StartClient);

    /// <summary>Feeds an input in several ways, and compares the events.</summary>
    /// <param name="input">The input.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="portion">Size of the next portion in one of the ways.</param>
    /// <param name="marks">Set that takes the marks of the reading.</param>
    /// <returns>Text of the events.</returns>
    public string Check(byte[] input, int variant, Func<int> portion, HashSet<int> marks)
    {
        var text = $"variant {variant}: {Corpus.Line(input)}\n";
        var (whole, split, single) = (Start(variant), Start(variant), Start(variant));
        var said = whole.Run(input, static () => 0);
        Assert.Equal(text + said, text + split.Run(input, portion));
        Assert.Equal(text + said, text + single.Run(input, static () => 1));
        Assert.Equal(text + said, text + Again(variant).Run(input, static () => 0));
        Assert.True(whole.Steps <= input.Length + 4, text);
        Assert.True(split.Steps <= 2 * input.Length + 4, text);
        marks.UnionWith(whole.Marks);
        marks.UnionWith(single.Marks);
        return said;
    }

    private static ClientFeed StartClient(int variant) => new ClientFeed(Methods[variant % 3], variant >= 3 ? "other" : null);
}
