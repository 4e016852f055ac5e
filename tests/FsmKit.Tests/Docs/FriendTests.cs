using System.Xml.Linq;
using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Tests;

/// <summary>A package of the product uses the public surface of the packages below it, as a third party does.</summary>
public class FriendTests
{
    /// <summary>The loop under test is run step by step from within: the one friend.</summary>
    private const string Friend = "FsmKit.Testing";

    [Fact]
    public void No_package_is_a_friend_of_another_one()
    {
        var projects = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories);
        var packages = projects.Select(static project => Path.GetFileNameWithoutExtension(project)).ToHashSet();
        Assert.Contains(Friend, packages);

        var friends =
            from project in projects
            from friend in XDocument.Load(project).Descendants("InternalsVisibleTo").Select(static item => (string)item.Attribute("Include")!)
            where packages.Contains(friend) && friend != Friend
            select $"{Path.GetFileNameWithoutExtension(project)} -> {friend}";
        Assert.Empty(friends);
    }

    [Fact]
    public void No_source_file_makes_one()
    {
        var sources = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories);
        Assert.True(sources.Length > 100);
        Assert.DoesNotContain(sources, static source => File.ReadAllText(source).Contains("InternalsVisibleTo", StringComparison.Ordinal));
    }
}
