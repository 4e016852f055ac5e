using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>Reads certificate files. Errors name the file and the cause.</summary>
internal static class CertificateFiles
{
    private const string PemBegin = "-----BEGIN ";

    /// <summary>Returns the certificate with its private key, and the intermediate certificates.</summary>
    public static (X509Certificate2 Leaf, X509Certificate2Collection Intermediates) Read(TlsCertificate certificate)
    {
        var certFile = certificate.CertFile!;
        var bytes = Bytes(certFile);
        try
        {
            var text = System.Text.Encoding.ASCII.GetString(bytes);
            return text.Contains(PemBegin, StringComparison.Ordinal)
                ? ReadPem(text, certificate)
                : ReadPkcs12(bytes, certificate);
        }
        catch (Exception x) when (x is CryptographicException or ArgumentException)
        {
            var files = certificate.KeyFile is null ? $"'{certFile}'" : $"'{certFile}' with the key '{certificate.KeyFile}'";
            throw new GObjException(
                $"The TLS certificate {files} cannot be used: {x.Message} The files must contain a certificate and its private key, in PEM or PKCS #12, "
                + "and KeyPassword must be right if the key is encrypted.",
                x);
        }
    }

    /// <summary>Returns all certificates of a PEM file.</summary>
    public static X509Certificate2Collection ReadRoots(string file)
    {
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPem(System.Text.Encoding.ASCII.GetString(Bytes(file)));
        }
        catch (CryptographicException x)
        {
            throw new GObjException($"The CaFile '{file}' cannot be used: {x.Message}", x);
        }

        return roots.Count > 0 ? roots : throw new GObjException($"The CaFile '{file}' has no certificate in PEM.");
    }

    private static (X509Certificate2 Leaf, X509Certificate2Collection Intermediates) ReadPem(string text, TlsCertificate certificate)
    {
        var key = certificate.KeyFile is { } keyFile ? System.Text.Encoding.ASCII.GetString(Bytes(keyFile)) : text;
        var leaf = certificate.KeyPassword is { } password
            ? X509Certificate2.CreateFromEncryptedPem(text, key, password)
            : X509Certificate2.CreateFromPem(text, key);
        if (OperatingSystem.IsWindows())
        {
            // Schannel does not accept an ephemeral key; the export and import stores it.
            using var ephemeral = leaf;
            leaf = X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pkcs12), null);
        }

        var all = new X509Certificate2Collection();
        all.ImportFromPem(text);
        all.RemoveAt(0);
        return (leaf, all);
    }

    private static (X509Certificate2 Leaf, X509Certificate2Collection Intermediates) ReadPkcs12(byte[] bytes, TlsCertificate certificate)
    {
        var all = X509CertificateLoader.LoadPkcs12Collection(bytes, certificate.KeyPassword);
        var leaf = all.FirstOrDefault(static one => one.HasPrivateKey)
            ?? throw new CryptographicException("No certificate in the file has a private key.");
        all.Remove(leaf);
        return (leaf, all);
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception x) when (x is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GObjException($"The TLS file '{file}' cannot be read: {x.Message}", x);
        }
    }
}
