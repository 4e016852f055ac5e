using System.Reflection.Metadata;
using System.Text;
using Xunit;

namespace FsmKit.Package.Tests;

/// <summary>Checks that a package shows its page, steps into its sources, and has no traces of the machine that built it.</summary>
[Collection(nameof(Packages))]
public class PackedFilesTests(FreshConsumer consumer)
{
    [Fact]
    public void The_page_has_no_link_that_leads_out_of_the_package()
    {
        foreach (var name in FreshConsumer.Packages)
        {
            var page = consumer.Text(name, "PACKAGE.md");

            Assert.StartsWith($"# {name}\n", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.DoesNotContain("](", page, StringComparison.Ordinal);
            Assert.Contains("<readme>PACKAGE.md</readme>", consumer.Text(name, $"{name}.nuspec"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_pages_of_the_diagnostics_are_there_without_a_network()
    {
        foreach (var page in Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "docs", "diagnostics")))
        {
            Assert.Equal(File.ReadAllText(page), consumer.Text("FsmKit", $"docs/diagnostics/{Path.GetFileName(page)}"));
        }
    }

    [Fact]
    public void The_version_comes_from_the_history_and_the_package_has_an_icon_and_its_repository()
    {
        foreach (var name in FreshConsumer.Packages)
        {
            var package = consumer.Text(name, $"{name}.nuspec");

            Assert.Contains($"<version>{consumer.Version}</version>", package, StringComparison.Ordinal);
            Assert.Contains("<icon>icon.png</icon>", package, StringComparison.Ordinal);
            Assert.NotEmpty(consumer.Bytes(name, "nupkg", "icon.png"));
            Assert.Contains("<repository type=\"git\" url=\"https://github.com/fsmkit/fsmkit\"", package, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_symbols_carry_the_sources()
    {
        foreach (var name in FreshConsumer.Packages)
        {
            using var reader = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(consumer.Bytes(name, "snupkg", $"lib/net10.0/{name}.pdb")));
            var symbols = reader.GetMetadataReader();
            var embedded = new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
            foreach (var document in symbols.Documents)
            {
                var path = symbols.GetString(symbols.GetDocument(document).Name);

                Assert.StartsWith("/_/", path, StringComparison.Ordinal);
                Assert.Contains(symbols.GetCustomDebugInformation(document), info => symbols.GetGuid(symbols.GetCustomDebugInformation(info).Kind) == embedded);
            }
        }
    }

    [Fact]
    public void No_file_names_the_folder_it_was_built_in()
    {
        var folder = Encoding.UTF8.GetBytes(RepositoryRoot.Path);
        foreach (var name in FreshConsumer.Packages)
        {
            using var package = consumer.Package(name, "nupkg");
            foreach (var entry in package.Entries)
            {
                Assert.True(consumer.Bytes(name, "nupkg", entry.FullName).AsSpan().IndexOf(folder) < 0, $"{entry.FullName} of {name}");
            }
        }
    }
}
