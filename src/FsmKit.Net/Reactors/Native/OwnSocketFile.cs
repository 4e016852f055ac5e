using System.Net;

namespace FsmKit.Net;

/// <summary>File created by the bind of a Unix socket. Removed with the socket, unless the path names another server's file by then.</summary>
internal sealed class OwnSocketFile
{
    private readonly string _path;
    private readonly FileStatus _status;

    private OwnSocketFile(string path, FileStatus status) => (_path, _status) = (path, status);

    /// <summary>
    /// Returns the file of an address that was just bound; null if the address has none, or the system does not report its identity.
    /// </summary>
    public static OwnSocketFile? Of(EndPoint bound) =>
        UnixFile.Of(bound) is { } path && FileStatus.Of(path) is { } status ? new OwnSocketFile(path, status) : null;

    /// <summary>Removes the file, unless it was renamed, removed or replaced.</summary>
    public void Remove()
    {
        if (FileStatus.Of(_path) == _status)
        {
            UnixFile.Remove(_path);
        }
    }
}
