using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;

namespace FsmKit.Tool;

/// <summary>
/// Loads an assembly with the dependencies that lie beside it, its own FsmKit among them, and with the shared frameworks that it asks for.
/// </summary>
internal sealed class LoadedAssemblies(string path) : AssemblyLoadContext(name: null, isCollectible: true)
{
    private readonly AssemblyDependencyResolver _resolver = new(path);
    private readonly IReadOnlyList<string> _frameworks = FrameworksOf(path);
    private readonly Dictionary<string, string> _packages = PackedDependencies.Of(path);

    protected override Assembly? Load(AssemblyName name)
    {
        if (_resolver.ResolveAssemblyToPath(name) is { } beside)
        {
            return LoadFromAssemblyPath(beside);
        }

        if (_packages.TryGetValue(name.Name!, out var packed) && !IsOfThisRuntime(name))
        {
            return LoadFromAssemblyPath(packed);
        }

        var file = _frameworks.Append(Path.GetDirectoryName(path)!).Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists);
        return file is null || IsOfThisRuntime(name) ? null : LoadFromAssemblyPath(file);
    }

    private static bool IsOfThisRuntime(AssemblyName name) => File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name.Name + ".dll"));

    /// <summary>The folders of frameworks besides Microsoft.NETCore.App, such as Microsoft.AspNetCore.App, of the newest version that is installed.</summary>
    private static List<string> FrameworksOf(string path)
    {
        var config = Path.ChangeExtension(path, ".runtimeconfig.json");
        var shared = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../.."));
        var names = new List<string> { "Microsoft.AspNetCore.App" };
        if (File.Exists(config))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(config));
            var options = json.RootElement.GetProperty("runtimeOptions");
            names = options.TryGetProperty("frameworks", out var frameworks) ? [.. frameworks.EnumerateArray().Select(static framework => framework.GetProperty("name").GetString()!)] : [];
        }

        return [.. names.Select(name => Path.Combine(shared, name)).Where(Directory.Exists)
            .Select(static folder => Directory.GetDirectories(folder).OrderBy(static version => Version.TryParse(Path.GetFileName(version), out var number) ? number : new Version()).Last())];
    }
}
