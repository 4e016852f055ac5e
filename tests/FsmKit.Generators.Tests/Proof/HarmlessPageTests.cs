using System.Text;
using FsmKit.Generators.Reading.Proving;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Tests.Proof;

/// <summary>Tests of the table of harmless members: on its page, and member by member against .NET.</summary>
public class HarmlessPageTests
{
    private const string Begin = "<!-- made from HarmlessTable.cs: begin -->\n";
    private const string End = "<!-- end -->\n";

    /// <summary>Every type of the table.</summary>
    public static TheoryData<string> Types { get; } =
        [.. HarmlessTable.Groups.SelectMany(static group => group.Members).Select(static members => members.Type).Distinct()];

    [Fact]
    public void The_page_shows_the_table()
    {
        var path = Path.Combine(RepositoryRoot.Path, "docs", "run-to-completion.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        if (page[from..to] != Page() && Environment.GetEnvironmentVariable("FSMKIT_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, page[..from] + Page() + page[to..]);
            return;
        }

        Assert.Equal(Page(), page[from..to]);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_member_of_the_table_exists_and_cannot_be_overridden(string name)
    {
        var type = TestCompilation.Create([]).GetTypeByMetadataName(name)!;
        Assert.True(RuntimeTypes.Declares(type), name);
        foreach (var written in HarmlessTable.Groups.SelectMany(static group => group.Members).Where(members => members.Type == name).SelectMany(static members => members.Members.Split(' ')))
        {
            var meant = type.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public && Means(written, member)).ToList();
            Assert.True(meant.Count > 0, $"{name} has no {written}.");
            Assert.All(meant, member => Assert.True(!(member.IsVirtual || member.IsAbstract || member.IsOverride) || type.IsSealed || type.IsValueType, $"{member} can be overridden."));
        }
    }

    private static bool Means(string written, ISymbol member) =>
        member is IMethodSymbol or IPropertySymbol
        && (written == RuntimeMembers.Signature(member) || (RuntimeMembers.TakesValues(member) && (written == "*" || written == RuntimeMembers.Name(member))));

    private static string Page()
    {
        var text = new StringBuilder();
        foreach (var group in HarmlessTable.Groups)
        {
            text.Append("\n### ").Append(group.Title).Append("\n\n").Append(group.Reason).Append("\n\n| Type | Members | Condition |\n|---|---|---|\n");
            foreach (var members in group.Members)
            {
                text.Append("| `").Append(members.Type).Append("` | `").Append(members.Members).Append("` | ").Append(Words(members.Condition)).Append(" |\n");
            }
        }

        text.Append("\n### Of GObj\n\n| Member | Why |\n|---|---|\n");
        foreach (var (name, reason) in HarmlessOfGObj.Members)
        {
            text.Append("| `").Append(name).Append("` | ").Append(reason).Append(" |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Words(Condition condition) => condition switch
    {
        Condition.Moves => "the type of the elements is no interface and no type parameter",
        Condition.Compares => "the elements have the equality of .NET",
        Condition.AsksComparer => "the keys have the equality of .NET, and the collection is seen to be created without a comparer",
        _ => "",
    };
}
