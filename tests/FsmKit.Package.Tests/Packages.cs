using Xunit;

namespace FsmKit.Package.Tests;

/// <summary>The packages are made once for all tests: packing twice at the same time would write the same files.</summary>
[CollectionDefinition(nameof(Packages))]
public sealed class Packages : ICollectionFixture<FreshConsumer>;
