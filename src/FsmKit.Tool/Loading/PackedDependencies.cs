using System.Text.Json;

namespace FsmKit.Tool;

/// <summary>Assemblies of packages that a class library needs: they are not beside it, but in the folder of restored packages.</summary>
internal static class PackedDependencies
{
    /// <summary>Returns the files of the dependencies by the names of their assemblies, out of <c>.deps.json</c>.</summary>
    public static Dictionary<string, string> Of(string path)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var deps = Path.ChangeExtension(path, ".deps.json");
        if (!File.Exists(deps))
        {
            return files;
        }

        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } said ? said
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        using var json = JsonDocument.Parse(File.ReadAllText(deps));
        var libraries = json.RootElement.GetProperty("libraries");
        foreach (var target in json.RootElement.GetProperty("targets").EnumerateObject())
        {
            foreach (var library in target.Value.EnumerateObject())
            {
                if (library.Value.TryGetProperty("runtime", out var runtime) && libraries.GetProperty(library.Name).TryGetProperty("path", out var place))
                {
                    foreach (var file in runtime.EnumerateObject().Select(asset => Path.Combine(folder, place.GetString()!, asset.Name)).Where(File.Exists))
                    {
                        files[Path.GetFileNameWithoutExtension(file)] = file;
                    }
                }
            }
        }

        return files;
    }
}
