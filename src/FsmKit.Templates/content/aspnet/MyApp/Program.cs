using MyApp;

await WebApp.Build(args).RunAsync();
