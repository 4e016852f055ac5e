using System.Net;

namespace FsmKit.Net;

/// <summary>The file that binding a Unix socket has made. It goes with the socket, but only it: the path may be another server's by then.</summary>
internal sealed class OwnSocketFile
{
    private readonly string _path;
    private readonly FileStatus _status;

    private OwnSocketFile(string path, FileStatus status) => (_path, _status) = (path, status);

    /// <summary>The file of an address that was just bound; null when it has none, or the system does not tell which one it is.</summary>
    public static OwnSocketFile? Of(EndPoint bound) =>
        UnixFile.Of(bound) is { } path && FileStatus.Of(path) is { } status ? new OwnSocketFile(path, status) : null;

    /// <summary>Removes it, unless it was renamed, removed or replaced.</summary>
    public void Remove()
    {
        if (FileStatus.Of(_path) == _status)
        {
            UnixFile.Remove(_path);
        }
    }
}
