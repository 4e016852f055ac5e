using System.Text.RegularExpressions;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Generators.Tests.Remembering;

/// <summary>A file with places at which its text has variants, written <c>«one¦other»</c>. The first of each holds at the beginning.</summary>
internal sealed partial class EditedFile
{
    private readonly string[] _fixed;
    private readonly string[][] _variants;
    private readonly int[] _chosen;
    private CSharpParseOptions _options = TestCompilation.ParseOptions;

    public EditedFile(string name, string template)
    {
        Name = name;
        _fixed = Place().Split(template);
        _variants = [.. Place().Matches(template).Select(static place => place.Value[1..^1].Split('¦'))];
        _chosen = new int[_variants.Length];
        Tree = Parse();
    }

    public string Name { get; }

    public int Places => _variants.Length;

    /// <summary>Another object after each edit, the same one otherwise: as an editor has it.</summary>
    public SyntaxTree Tree { get; private set; }

    /// <summary>Another of the variants at a place.</summary>
    /// <returns>Text of the edit, for the message of a failure.</returns>
    public string Edit(int place, Random random)
    {
        var before = _variants[place][_chosen[place]];
        _chosen[place] = (_chosen[place] + 1 + random.Next(_variants[place].Length - 1)) % _variants[place].Length;
        Tree = Parse();
        return $"{Name}: «{before}» is «{_variants[place][_chosen[place]]}»";
    }

    public void Edit(CSharpParseOptions options)
    {
        _options = options;
        Tree = Parse();
    }

    public override string ToString() => string.Concat(_fixed.Select((text, i) => i < Places ? text + _variants[i][_chosen[i]] : text));

    private SyntaxTree Parse() => CSharpSyntaxTree.ParseText(ToString(), _options, Name + ".cs", cancellationToken: TestContext.Current.CancellationToken);

    // Without a number in it, so that the pieces alternate.
    [GeneratedRegex("«[^»]*»")]
    private static partial Regex Place();
}
