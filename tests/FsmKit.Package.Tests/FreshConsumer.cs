using System.Diagnostics;
using System.IO.Compression;
using Xunit;

namespace FsmKit.Package.Tests;

/// <summary>
/// A project outside of the repository that knows FsmKit only as packed files. Its package cache is its own, so that no earlier package
/// of the same version is found.
/// </summary>
public sealed class FreshConsumer : IDisposable
{
    /// <summary>Packs, or takes the packages from the folder in <c>FSMKIT_PACKAGES</c>, and copies the consumer's files.</summary>
    public FreshConsumer()
    {
        Folder = Directory.CreateTempSubdirectory("fsmkit-consumer-").FullName;
        var packages = Path.Combine(Folder, "packages");
        if (Environment.GetEnvironmentVariable("FSMKIT_PACKAGES") is { Length: > 0 } packed)
        {
            // Packed already, the way a release packs them.
            Directory.CreateDirectory(packages);
            foreach (var file in Directory.GetFiles(packed, "*.*nupkg"))
            {
                File.Copy(file, Path.Combine(packages, Path.GetFileName(file)));
            }
        }
        else
        {
            Succeed(Run(RepositoryRoot.Path, "msbuild", Path.Combine("src", "pack.proj"), "-v:q", $"-p:PackageOutputPath={packages}"));
        }

        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Consumer")))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }
    }

    /// <summary>The packages, each after those that it needs.</summary>
    public static IReadOnlyList<string> Packages { get; } =
        ["FsmKit", "FsmKit.Net", "FsmKit.Net.Listening", "FsmKit.Http", "FsmKit.Hosting", "FsmKit.AspNetCore", "FsmKit.Testing"];

    /// <summary>Packages without a library: the command and the templates.</summary>
    public static IReadOnlyList<string> Tools { get; } = ["FsmKit.Tool", "FsmKit.Templates"];

    /// <summary>The version that the packages have got from the history of the repository.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(Path.Combine(Folder, "packages"), "FsmKit.0.*.nupkg")))["FsmKit.".Length..];

    /// <summary>Folder of the consumer.</summary>
    public string Folder { get; }

    /// <summary>Folder of the restored packages, beside the consumer: packages may hold sources, which are none of the consumer's.</summary>
    public string Cache => Folder + "-cache";

    /// <summary>Opens the package of a project.</summary>
    /// <param name="name">The project.</param>
    /// <param name="extension"><c>nupkg</c>, or <c>snupkg</c> for its symbols.</param>
    public ZipArchive Package(string name, string extension) =>
        ZipFile.OpenRead(Assert.Single(Directory.GetFiles(Path.Combine(Folder, "packages"), $"{name}.0.*.{extension}")));

    /// <summary>A file in a package.</summary>
    public byte[] Bytes(string name, string extension, string path)
    {
        using var package = Package(name, extension);
        using var entry = package.GetEntry(path)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The text of a file in a package.</summary>
    public string Text(string name, string path)
    {
        using var reader = new StreamReader(new MemoryStream(Bytes(name, "nupkg", path)));
        return reader.ReadToEnd();
    }

    /// <summary>Runs a dotnet command in the consumer's folder.</summary>
    public (int ExitCode, string Output) Dotnet(params string[] arguments) => Run(Folder, arguments);

    /// <summary>Runs dotnet in another folder, with the packages of the consumer.</summary>
    public (int ExitCode, string Output) DotnetIn(string folder, params string[] arguments) => Run(folder, arguments);

    /// <summary>Creates a folder beside that of the consumer, with the same packages. Its projects are none of the consumer's.</summary>
    public string Beside(string name)
    {
        var folder = $"{Folder}-{name}";
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Folder, "nuget.config"), Path.Combine(folder, "nuget.config"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "packages"), Path.Combine(Folder, "packages"));
        return folder;
    }

    public static string Succeed((int ExitCode, string Output) result)
    {
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        if (Directory.Exists(Cache))
        {
            Directory.Delete(Cache, recursive: true);
        }
    }

    private (int ExitCode, string Output) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NUGET_PACKAGES"] = folder.StartsWith(Folder, StringComparison.Ordinal) ? Cache : Environment.GetEnvironmentVariable("NUGET_PACKAGES");

        // Variables that the test host has set for itself are not for the consumer.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (folder != RepositoryRoot.Path)
        {
            start.Environment["PackedVersion"] = Version;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
