using System.Xml.Linq;
using FsmKit.TestShared;

namespace FsmKit.Mutants;

/// <summary>Project of a subject: the files that it compiles, and the names that they use without saying so.</summary>
internal sealed class ProjectFile
{
    private readonly string _folder;
    private readonly XDocument _text;

    public ProjectFile(string folder)
    {
        _folder = Path.Combine(RepositoryRoot.Path, folder);
        _text = XDocument.Load(Path.Combine(_folder, Path.GetFileName(folder) + ".csproj"));
    }

    /// <summary>Files of the folder, then files that the project shares with others.</summary>
    public IEnumerable<string> Files =>
        [.. Directory.EnumerateFiles(_folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal), .. Included("Compile").SelectMany(Matches).Order(StringComparer.Ordinal)];

    /// <summary>Namespaces of the project's own global usings.</summary>
    public IEnumerable<string> Usings => Included("Using");

    private IEnumerable<string> Included(string item) =>
        _text.Descendants(item).SelectMany(static one => (one.Attribute("Include")?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private IEnumerable<string> Matches(string pattern)
    {
        var path = Path.GetFullPath(Path.Combine(_folder, pattern));
        return Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path));
    }
}
