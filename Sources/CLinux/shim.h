extern int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
extern int posix_spawn_file_actions_addclosefrom_np(void *actions, int first);
extern int mallopt(int parameter, int value);
extern int syncfs(int descriptor);
