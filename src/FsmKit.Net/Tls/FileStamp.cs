namespace FsmKit.Net;

/// <summary>What tells one version of a file from the next without reading it.</summary>
internal readonly record struct FileStamp(DateTime Written, long Length)
{
    /// <summary>The stamp of a file; default while there is none.</summary>
    public static FileStamp Of(string? path)
    {
        if (path is null)
        {
            return default;
        }

        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.LastWriteTimeUtc, file.Length) : default;
    }
}
